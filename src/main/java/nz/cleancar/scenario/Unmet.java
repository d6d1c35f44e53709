package nz.cleancar.scenario;

/**
 * A name or tag of a selection that had nothing to run.
 *
 * @param part what it was asked as
 * @param said what was asked for
 * @param says why there was nothing, in a sentence that names the nearest there is
 */
public record Unmet(Part part, String said, String says) {

  /** The parts of a selection. */
  public enum Part {
    /** A suite, by its id or its file's name. */
    SUITE,

    /** A tag. */
    TAG
  }
}
