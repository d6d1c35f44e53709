package nz.cleancar.ledger.payment;

import java.time.Instant;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Money;

/**
 * Money that the agency paid back to the holder of an account.
 *
 * @param id its id, a ULID
 * @param account the account
 * @param amount how much
 * @param reason why
 * @param by who did it
 * @param at the moment
 */
public record Refund(
    String id, AccountNumber account, Money amount, String reason, PersonName by, Instant at) {}
