package nz.cleancar.ledger;

import java.time.LocalDate;
import nz.cleancar.standard.Grams;

/**
 * Credits of an account that were earned on one day.
 *
 * @param earnedOn the day that they were earned
 * @param expiresOn the last day that they may be used, as the policy says today
 * @param grams how many, more than none
 */
public record Lot(LocalDate earnedOn, LocalDate expiresOn, Grams grams) {}
