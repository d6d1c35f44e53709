package nz.cleancar.scenario.mutation;

import nz.cleancar.policy.Place;
import nz.cleancar.policy.table.PolicyTable;

/**
 * A table with one cell changed.
 *
 * @param original the table as it is
 * @param changed the table with the change
 * @param cell the cell; of a change to {@code When no row matches} the sheet alone
 * @param slip in which way the cell was changed
 * @param before what the cell says; of a dropped or doubled row all its cells
 * @param after what it says after the change; empty for a dropped row
 */
public record Mutant(
    PolicyTable original, PolicyTable changed, Place cell, Slip slip, String before, String after) {

  /** Ways in which people get a cell wrong. */
  public enum Slip {
    /** A number or a day, alone or as a bound, is off by the least step. */
    STEP,

    /** A bound counts itself in where it did not, or leaves itself out where it did not. */
    INCLUSIVENESS,

    /** A comparison is the wrong way round. */
    COMPARISON,

    /** A digit is another. */
    DIGIT,

    /** Two digits beside each other are swapped. */
    DIGITS_SWAPPED,

    /** A number is ten times what it was. */
    TEN_TIMES,

    /** A day is a year early or late. */
    YEAR,

    /** The cell says what the cell above or below it says. */
    NEIGHBOUR,

    /** A list lacks a word. */
    WORD_DROPPED,

    /** A word is another that is allowed. */
    WORD_REPLACED,

    /** Yes is no, or no is yes. */
    YES_FOR_NO,

    /** The cell says {@code any} where it asked for something. */
    ANY_FOR_VALUE,

    /** The cell asks for something where it said {@code any}. */
    VALUE_FOR_ANY,

    /** The row is gone. */
    ROW_DROPPED,

    /** The row is there a second time, below all others. */
    ROW_DOUBLED,

    /** The table answers something else when no row matches. */
    OTHERWISE
  }

  /** The table's id. */
  public String table() {
    return original.id();
  }

  /** The change in a sentence: {@code charge-rates.xlsx D17: 6 became 60}. */
  public String text() {
    String where = cell.file() + (cell.cell().isEmpty() ? "" : " " + cell.cell());
    return switch (slip) {
      case ROW_DROPPED -> where + ": the row was dropped (" + before + ")";
      case ROW_DOUBLED -> where + ": the row was doubled (" + before + ")";
      case OTHERWISE ->
          "%s, when no row matches: %s became %s".formatted(where, shown(before), shown(after));
      case STEP,
          INCLUSIVENESS,
          COMPARISON,
          DIGIT,
          DIGITS_SWAPPED,
          TEN_TIMES,
          YEAR,
          NEIGHBOUR,
          WORD_DROPPED,
          WORD_REPLACED,
          YES_FOR_NO,
          ANY_FOR_VALUE,
          VALUE_FOR_ANY ->
          "%s: %s became %s".formatted(where, shown(before), shown(after));
    };
  }

  /** A sentence stands in quotation marks, so that it is seen where it ends. */
  private static String shown(String text) {
    return text.endsWith(".") ? "“" + text + "”" : text;
  }
}
