package nz.cleancar.report;

import java.util.List;

/**
 * What the page shows, as texts. Its template escapes every one of them.
 *
 * @param title what it is called
 * @param policy the policy's version
 * @param headline what came of it, in a sentence
 * @param green whether nothing failed, and something was run
 * @param suggested whether ready cases were looked for
 */
public record Page(
    String title,
    String policy,
    String headline,
    boolean green,
    Faults faults,
    List<Tile> tiles,
    List<String> shares,
    List<Failure> failures,
    long failuresLeftOut,
    List<OfSuite> suites,
    List<Untried> untried,
    long untriedLeftOut,
    boolean suggested,
    List<String> survivors,
    long survivorsLeftOut,
    List<OfTable> tables,
    List<OfRule> rules,
    List<Step> notAsked) {

  /** A figure; part where something lacks. */
  public record Tile(String label, String percent, String text, boolean part) {}

  /** What is wrong with suites; bad where one of them could not be read as a whole. */
  public record Faults(String says, boolean bad, List<Fault> all, long leftOut) {}

  /** A finding, and where it is. */
  public record Fault(String place, String expected, String found, String repair) {}

  /** A scenario that failed. */
  public record Failure(
      String name,
      String suite,
      String place,
      String reason,
      List<Missed> misses,
      String given,
      List<Step> steps) {}

  /** An expectation that was not met. */
  public record Missed(String heading, String expected, String found, String place) {}

  /** A sentence and where it comes from. */
  public record Step(String says, String from) {}

  /** A suite with its numbers. */
  public record OfSuite(String id, String title, String file, long scenarios, long failed) {}

  /** What no scenario tries, with a ready case where there is one. */
  public record Untried(
      String says,
      String place,
      boolean ready,
      String outcome,
      String name,
      String given,
      String expects) {}

  /** A table as a grid. */
  public record OfTable(
      String anchor,
      String title,
      String place,
      List<Chip> overview,
      List<Chip> chips,
      List<String> inputs,
      List<String> outcomes,
      List<OfRow> rows,
      long rowsLeftOut) {}

  /** A figure of a table; part where something lacks. */
  public record Chip(String label, String text, boolean part) {}

  /** A row with its cells. */
  public record OfRow(String number, String fired, String heat, String tip, List<Cell> cells) {}

  /** A cell with what is to be said of it. */
  public record Cell(String text, String style, List<Note> notes) {}

  /** What is to be said of a cell. */
  public record Note(String text, String style) {}

  /** A rule with how often it fired. */
  public record OfRule(String set, String name, String fired, String heat) {}
}
