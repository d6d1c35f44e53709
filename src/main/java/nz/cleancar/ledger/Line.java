package nz.cleancar.ledger;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One posting to a book of an account, with the entry that it is part of.
 *
 * @param entryId the entry's id
 * @param line its place in the entry, from 1
 * @param kind what happened
 * @param recordedAt the moment it was recorded
 * @param day the New Zealand day of that moment
 * @param about what the entry is about
 * @param posting the posting
 */
public record Line(
    String entryId,
    int line,
    Entry.Kind kind,
    Instant recordedAt,
    LocalDate day,
    String about,
    Posting posting) {}
