package nz.cleancar.statement;

import java.util.Optional;
import nz.cleancar.ledger.Book;

/** What a statement adds up. */
public enum Figure {
  /** Credits, g/km. */
  CREDITS(Book.CREDITS),

  /** What is owed for charges, NZD. */
  CHARGES(Book.OWED),

  /** Money that was paid in and not used, NZD. */
  MONEY(Book.MONEY),

  /** What fleets are below (above zero) or above (below zero) their targets, g/km. */
  FLEET(Book.FLEET);

  private final Book book;

  Figure(Book book) {
    this.book = book;
  }

  /** The book of the ledger that it is the sum of. */
  public Book book() {
    return book;
  }

  /** Whether it counts money, rather than grams. */
  public boolean isMoney() {
    return book.counted().unit() == Book.Unit.CENTS;
  }

  /**
   * The figure that adds up the book; none for grams above target, which a charge tells in money.
   */
  static Optional<Figure> of(Book book) {
    for (Figure figure : values()) {
      if (figure.book == book) {
        return Optional.of(figure);
      }
    }
    return Optional.empty();
  }
}
