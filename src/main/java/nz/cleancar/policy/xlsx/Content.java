package nz.cleancar.policy.xlsx;

import java.math.BigDecimal;
import java.time.LocalDate;
import nz.cleancar.policy.Shown;

/** What a sheet stores in a cell that is not blank. */
public sealed interface Content {

  /** The content as a finding shows it. */
  String shown();

  /** A text, as typed. */
  record Text(String text) implements Content {
    @Override
    public String shown() {
      return Shown.text(text);
    }
  }

  /**
   * A number.
   *
   * @param number exactly, whatever the cell displays
   */
  record Numeric(BigDecimal number) implements Content {
    @Override
    public String shown() {
      boolean isLong = Math.abs((long) number.scale()) + number.precision() > 40;
      return "the number " + Shown.text(isLong ? number.toString() : number.toPlainString());
    }
  }

  /** A number that is displayed as this day. */
  record Day(LocalDate date) implements Content {
    @Override
    public String shown() {
      return "the day " + date;
    }
  }

  /**
   * A number that is displayed as a date or time and is no day, or none that spreadsheets agree on.
   *
   * @param why what is the matter with it, for example {@code a day with a time}
   */
  record NoDay(BigDecimal number, String why) implements Content {
    @Override
    public String shown() {
      return why + ", stored as " + Shown.text(number.toString());
    }
  }

  /** A cell with the spreadsheet's own yes or no. */
  record Truth(boolean yes) implements Content {
    @Override
    public String shown() {
      return yes ? "TRUE" : "FALSE";
    }
  }

  /** An error such as {@code #DIV/0!}. */
  record Failed(String name) implements Content {
    @Override
    public String shown() {
      return "the error " + Shown.text(name);
    }
  }

  /** A formula, or a result of one that stands in another cell. */
  record Formula(String text) implements Content {
    @Override
    public String shown() {
      return text.isEmpty() ? "a formula" : "the formula " + Shown.text("=" + text);
    }
  }
}
