package nz.cleancar.ledger;

import java.util.List;
import java.util.Optional;
import nz.cleancar.standard.AccountNumber;

/**
 * The ledger as its rows lie in the store, whatever they say. Each answer is of one moment, so that
 * a ledger in use is read whole.
 */
public interface LedgerRecords {

  /** The entries after this id, at most so many, in the order of their ids. */
  List<Rows> entriesAfter(String id, int most);

  /** The accounts after this number, at most so many, in the order of their numbers. */
  List<AccountNumber> accountsAfter(String number, int most);

  /** The lots of an account whose kept balance is not the sum of their postings, or below zero. */
  List<Sum> wrongBalances(AccountNumber account);

  /** The charges of an account that were not levied as they are kept, or are half settled. */
  List<String> wrongCharges(AccountNumber account);

  /** The years of an account whose vehicles are not what was accrued. */
  List<String> wrongFleets(AccountNumber account);

  /**
   * An entry as it lies there.
   *
   * @param id its id
   * @param kind what happened
   * @param reference what it is the only one of
   * @param postings its lines
   */
  record Rows(String id, String kind, String reference, List<Row> postings) {
    public Rows {
      postings = List.copyOf(postings);
    }
  }

  /**
   * A line of an entry as it lies there.
   *
   * @param account whose book it moves; empty for the agency's
   * @param book the book
   * @param lot the lot
   * @param amount by how much
   */
  record Row(String account, String book, String lot, long amount) {

    /** The book, if there is one of this name. */
    public Optional<Book> known() {
      return List.of(Book.values()).stream().filter(each -> each.name().equals(book)).findFirst();
    }
  }

  /**
   * A lot with the sum of its postings beside the balance that is kept.
   *
   * @param book the book
   * @param lot the lot
   * @param posted the sum of its postings
   * @param kept the balance; zero where none is kept
   */
  record Sum(String book, String lot, long posted, long kept) {}
}
