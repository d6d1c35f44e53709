package nz.cleancar.vehicle;

import java.time.LocalDate;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Vin;

/**
 * The end of a vehicle's way to the standard: its inspection or certification is complete.
 *
 * @param kind which of the two
 * @param vin the vehicle's VIN
 * @param account the account that it is complete for
 * @param registerRevision the revision of the register's record that it rests on
 * @param completedOn the day, in New Zealand, that it was complete
 */
public record Completion(
    Kind kind, Vin vin, AccountNumber account, int registerRevision, LocalDate completedOn) {

  /** What is complete; the names are those of the vocabulary's completion events. */
  public enum Kind {
    /** Entry certification, of used vehicles and parallel imports. */
    ENTRY_CERTIFICATION_COMPLETE("entry certification"),

    /** Pre-delivery inspection, of new vehicles. */
    PRE_DELIVERY_INSPECTION_COMPLETE("pre-delivery inspection");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** As a sentence names it. */
    public String words() {
      return words;
    }
  }
}
