package nz.cleancar.standard;

import java.time.LocalDate;

/**
 * The New Zealand day whose law applies to a vehicle: the day that entry certification (used) or
 * pre-delivery inspection (new) was complete.
 */
public record LegalDate(LocalDate day) {

  /** The legal date written as {@code 2026-03-02}. */
  public static LegalDate of(String day) {
    return new LegalDate(LocalDate.parse(day));
  }

  @Override
  public String toString() {
    return day.toString();
  }
}
