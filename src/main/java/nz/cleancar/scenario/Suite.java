package nz.cleancar.scenario;

/**
 * A sheet or file of scenarios about one topic.
 *
 * @param id its id, for example {@code charges}; unique among the suites that run together
 * @param title what it is called
 * @param purpose what it proves, in a sentence
 * @param topic the topic of the vocabulary that all its questions are about
 * @param file its file, for example {@code charges.xlsx}
 * @param sheet the sheet that it is on; empty where the file has none
 */
public record Suite(
    String id, String title, String purpose, String topic, String file, String sheet) {}
