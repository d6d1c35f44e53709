package nz.cleancar.scenario.coverage;

/**
 * A side of a bound that no question can reach.
 *
 * @param side the side
 * @param why why it cannot be asked, in a sentence
 */
public record NotAsked(Goal.Side side, String why) {}
