package nz.cleancar.policy.xlsx;

import java.util.List;
import nz.cleancar.testing.TableBook;

/** A workbook that means harm, or only looks as if it did. */
final class Hostile {

  private final String name;
  private final byte[] workbook;
  private final List<String> expected;

  /** The workbook with every finding as {@code code@cell}, or else cells as they read. */
  private Hostile(String name, byte[] workbook, List<String> expected) {
    this.name = name;
    this.workbook = workbook;
    this.expected = expected;
  }

  String name() {
    return name;
  }

  byte[] workbook() {
    return workbook;
  }

  List<String> expected() {
    return expected;
  }

  static Hostile refused(String name, byte[] workbook, String... findings) {
    return new Hostile(name, workbook, List.of(findings));
  }

  static Hostile refused(String name, TableBook workbook, String... findings) {
    return refused(name, workbook.bytes(), findings);
  }

  static Hostile reads(String name, byte[] workbook, String... cells) {
    return new Hostile(name, workbook, List.of(cells));
  }

  static Hostile reads(String name, TableBook workbook, String... cells) {
    return reads(name, workbook.bytes(), cells);
  }

  boolean isRefused() {
    return expected.getFirst().contains("@");
  }

  @Override
  public String toString() {
    return name;
  }
}
