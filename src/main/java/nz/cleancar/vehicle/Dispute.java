package nz.cleancar.vehicle;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountNumber;
import org.jspecify.annotations.Nullable;

/**
 * A dispute about the record of a vehicle, or about one that is missing.
 *
 * @param id its id
 * @param account the account whose people dispute it
 * @param aboutVehicle the vehicle's record; absent where the vehicle is missing from the account
 * @param mark what the vehicle is found by
 * @param ground why it is disputed
 * @param says the same in the holder's words, at most {@link #LONGEST_TEXT} characters
 * @param opened who disputes it, and when
 * @param resolved how it ended, once it has
 */
public record Dispute(
    Id id,
    AccountNumber account,
    @Nullable VehicleId aboutVehicle,
    Mark mark,
    Ground ground,
    String says,
    Opened opened,
    @Nullable Resolved resolved) {

  /** How long a text about a dispute may be. */
  public static final int LONGEST_TEXT = 2_000;

  /** The vehicle's record; empty where the vehicle is missing from the account. */
  public Optional<VehicleId> vehicle() {
    return Optional.ofNullable(aboutVehicle);
  }

  /** How it ended, once it has. */
  public Optional<Resolved> resolution() {
    return Optional.ofNullable(resolved);
  }

  /** The same, resolved. */
  Dispute resolved(Resolved how) {
    return new Dispute(id, account, aboutVehicle, mark, ground, says, opened, how);
  }

  /** A dispute's id: a ULID. */
  public record Id(String value) {

    private static final Pattern FORM = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

    public Id {
      if (!isId(value)) {
        throw new IllegalArgumentException("A dispute's id is a ULID of 26 characters.");
      }
    }

    /** Whether the text has the form of a dispute's id. */
    public static boolean isId(String text) {
      return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
      return value;
    }
  }

  /** Why a record is disputed; the names are the vocabulary's (NZTA, Operating my CO2 account). */
  public enum Ground {
    /** A vehicle of the holder's is in no account, or in another one. */
    MISSING_VEHICLE,

    /** The CO2 value is wrong. */
    CO2_VALUE,

    /** The vehicle is not the holder's. */
    WRONG_ACCOUNT
  }

  /** How a dispute ends; the names are the vocabulary's. */
  public enum Resolution {
    /** The register corrects the record, which is decided again then. */
    CORRECTED,

    /** The vehicle goes to the account that it belongs to, and is decided again. */
    MOVED,

    /** The vehicle leaves the account. */
    REJECTED,

    /** The record stays as it is. */
    UPHELD
  }

  /**
   * Who disputes it, and when.
   *
   * @param by who disputes it
   * @param at when
   * @param revision the revision of the register's record that is disputed; 0 where there was none
   */
  public record Opened(PersonName by, Instant at, int revision) {}

  /**
   * How a dispute ended.
   *
   * @param resolution how
   * @param answer the same in the agency's words
   * @param by who resolved it
   * @param at when
   */
  public record Resolved(Resolution resolution, String answer, PersonName by, Instant at) {}
}
