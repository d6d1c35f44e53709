package nz.cleancar.policy.xlsx;

import java.util.Optional;

/** Reads cells of one sheet, and tells what is wrong with those that cannot be read. */
public record Cells(Sheet sheet, SheetFindings findings) {

  /** How a content becomes a typed value. */
  @FunctionalInterface
  public interface Grammar<T> {
    T read(Content content) throws Misread;
  }

  /** The cell's value; empty if it is blank, or wrong and told. */
  public <T> Optional<T> read(Address at, Grammar<T> grammar) {
    var content = sheet.at(at);
    if (content.isEmpty() || findings.isTold(at)) {
      return Optional.empty();
    }
    try {
      return Optional.of(grammar.read(content.get()));
    } catch (Misread misread) {
      findings.at(at, misread.code(), misread.expected(), content.get().shown(), misread.repair());
      return Optional.empty();
    }
  }

  /** The same, where a blank cell is wrong too. */
  public <T> Optional<T> require(Address at, String expected, String repair, Grammar<T> grammar) {
    if (sheet.at(at).isEmpty()) {
      findings.at(at, "empty-cell", expected, "an empty cell", repair);
    }
    return read(at, grammar);
  }
}
