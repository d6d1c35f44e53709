package nz.cleancar.policy;

/**
 * A colour that says something of a cell and is no finding.
 *
 * @param place the cell or range
 * @param tint the colour
 * @param note what to say there; empty where the colour says it
 */
public record Shade(Place place, Tint tint, String note) {

  /** What a colour says. */
  public enum Tint {
    /** As it should be; green. */
    GOOD,

    /** Hardly anything; the palest of four shades of one colour. */
    FAINT,

    /** A little. */
    LIGHT,

    /** Much. */
    MEDIUM,

    /** Very much; the deepest of the four. */
    STRONG,

    /** Not as it should be; red. */
    BAD
  }
}
