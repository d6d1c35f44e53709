package nz.cleancar.account;

import java.time.LocalDate;
import nz.cleancar.standard.Scheme;

/**
 * A scheme that an account is in until a later one begins.
 *
 * @param scheme how it owes its charges
 * @param from the first day
 */
public record SchemeFrom(Scheme scheme, LocalDate from) {}
