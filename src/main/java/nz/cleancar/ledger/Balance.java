package nz.cleancar.ledger;

/**
 * The sum of an account's postings to one lot of one of its books.
 *
 * @param book one of an account's books
 * @param lot which lot of it; empty where the book has none
 * @param amount tenths of a gram or cents, as the book counts; not zero
 */
public record Balance(Book book, String lot, long amount) {}
