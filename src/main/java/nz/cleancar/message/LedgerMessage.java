package nz.cleancar.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import nz.cleancar.ledger.Book;
import nz.cleancar.ledger.LedgerCheck;
import nz.cleancar.ledger.LedgerStore.LinePlace;
import nz.cleancar.ledger.Line;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.vehicle.Mark;
import org.jspecify.annotations.Nullable;

/**
 * A page of an account's ledger on the wire.
 *
 * @param lines the lines, in the order in which they were recorded
 * @param next what {@code after} goes on with; absent on the last page
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "LedgerPage")
public record LedgerMessage(List<LineMessage> lines, @Nullable String next) {

  /** A page that may be followed by another if it is full. */
  public static LedgerMessage of(List<Line> lines, Map<String, Mark> vehicles, int limit) {
    return new LedgerMessage(
        lines.stream().map(line -> LineMessage.from(line, vehicles.get(line.about()))).toList(),
        lines.size() < limit ? null : LedgerCursor.text(LinePlace.of(lines.getLast())));
  }

  /**
   * A line: by how much one of the account's books moved, and why.
   *
   * @param entry the entry that it is part of
   * @param at when it was recorded, in New Zealand's time
   * @param what what happened
   * @param about the id of the vehicle, transfer or payment, or the account's fleet year
   * @param vehicle the VIN or chassis number of the vehicle; absent where it is about none
   * @param book CREDITS, OWED, ABOVE_TARGET, MONEY or FLEET
   * @param lot what within the book: the day credits were earned, the charge, the fleet's year
   * @param unit {@code GRAMS_PER_KM} or {@code NZD}
   * @param amount by how much
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "LedgerLine")
  public record LineMessage(
      String entry,
      @Schema(format = "date-time") String at,
      @Schema(example = "CHARGE_PAID") String what,
      String about,
      @Schema(example = "7AT0H0MX00A000001") @Nullable String vehicle,
      @Schema(example = "MONEY") String book,
      String lot,
      @Schema(example = "NZD") String unit,
      @Schema(example = "-248.40") String amount) {

    static LineMessage from(Line line, @Nullable Mark vehicle) {
      var posting = line.posting();
      return new LineMessage(
          line.entryId(),
          NewZealand.at(line.recordedAt()).toString(),
          line.kind().name(),
          line.about(),
          vehicle == null ? null : vehicle.value(),
          posting.book().name(),
          posting.lot(),
          unit(posting.book()),
          amount(posting.book(), posting.amount()));
    }

    private static String unit(Book book) {
      return switch (book.counted().unit()) {
        case TENTHS_OF_A_GRAM -> "GRAMS_PER_KM";
        case CENTS -> "NZD";
      };
    }

    private static String amount(Book book, long amount) {
      return switch (book.counted().unit()) {
        case TENTHS_OF_A_GRAM -> Grams.ofTenths(amount).toString();
        case CENTS -> new Money(amount).toString();
      };
    }
  }

  /**
   * What a check of the books found.
   *
   * @param clean whether nothing is wrong
   * @param entries how many entries were checked
   * @param accounts how many accounts
   * @param faults what is wrong, the first thousand
   */
  @Serdeable
  @Schema(name = "LedgerCheck")
  public record CheckMessage(
      boolean clean, long entries, long accounts, List<FaultMessage> faults) {

    /** The report on the wire. */
    public static CheckMessage from(LedgerCheck.Report report) {
      return new CheckMessage(
          report.isClean(),
          report.entries(),
          report.accounts(),
          report.faults().stream()
              .map(fault -> new FaultMessage(fault.where(), fault.says()))
              .toList());
    }
  }

  /**
   * Something that is wrong in the books.
   *
   * @param where the entry or the account
   * @param says what is wrong
   */
  @Serdeable
  @Schema(name = "LedgerFault")
  public record FaultMessage(String where, String says) {}
}
