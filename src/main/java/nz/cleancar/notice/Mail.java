package nz.cleancar.notice;

/** Where notices are handed over for delivery. */
public interface Mail {

  /**
   * Connects to the mail server.
   *
   * @throws Away if it cannot be reached, or will not have us
   */
  Connection connect() throws Away;

  /** Whether notices to the agency have somewhere to go. */
  boolean reachesAgency();

  /** A connection to a mail server. */
  interface Connection extends AutoCloseable {

    /**
     * Hands a notice over.
     *
     * @param id the notice's id, which the message carries
     */
    Delivery deliver(String id, Notice notice);

    /** Whether more can be handed over. */
    boolean isOpen();

    @Override
    void close();
  }

  /** What became of a delivery. */
  sealed interface Delivery {

    /** The server took the notice, and answers for it from now on. */
    record Taken() implements Delivery {}

    /** The server did not take it this time. */
    record Later(String why) implements Delivery {}

    /** The server will never take it. */
    record Never(String why) implements Delivery {}
  }

  /** The mail server cannot be reached. */
  final class Away extends Exception {

    private static final long serialVersionUID = 1L;

    private final String says;

    public Away(String says) {
      super(says, null, false, false);
      this.says = says;
    }

    /** Why, in a sentence. */
    public String says() {
      return says;
    }
  }
}
