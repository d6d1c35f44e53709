package nz.cleancar.ledger;

import java.util.Optional;
import nz.cleancar.standard.AccountNumber;
import org.jspecify.annotations.Nullable;

/**
 * One line of an entry: by how much a book moves.
 *
 * @param holder the account whose book it is; absent for the agency's
 * @param book which book
 * @param lot what within the book: the day credits were earned, the charge, the fleet's year; empty
 *     where the book has no lots
 * @param amount tenths of a gram or cents, as the book counts; not zero
 */
public record Posting(@Nullable AccountNumber holder, Book book, String lot, long amount) {

  public Posting {
    if (book.isAccounts() != (holder != null)) {
      throw new IllegalArgumentException("A book is an account's or the agency's.");
    }
    if (amount == 0) {
      throw new IllegalArgumentException("A posting moves something.");
    }
  }

  /** The account whose book it is; empty for the agency's. */
  public Optional<AccountNumber> account() {
    return Optional.ofNullable(holder);
  }

  /** A posting to a book of an account. */
  public static Posting to(AccountNumber account, Book book, String lot, long amount) {
    return new Posting(account, book, lot, amount);
  }

  /** A posting to a book of the agency's. */
  public static Posting toAgency(Book book, long amount) {
    return new Posting(null, book, "", amount);
  }
}
