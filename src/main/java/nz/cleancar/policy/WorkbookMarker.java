package nz.cleancar.policy;

import java.util.List;

/** Writes findings home into the workbook that they speak of. */
public interface WorkbookMarker {

  /**
   * The workbook with each finding as a note and a colour at its cells and as a line of a sheet
   * <i>Problems</i>. What an earlier marking put there is taken away first, so that no findings
   * give the workbook without marks. Nothing that its owner wrote is changed. The marks are passed
   * over by whoever reads the workbook.
   *
   * <p>A workbook that is not fit to be opened as a whole is answered with a fresh one that has
   * only the sheet.
   *
   * @param workbook the name of the file, as findings have it
   * @param content the file
   * @param findings what was found, also of other files; only those that speak of this one count
   */
  default byte[] mark(String workbook, byte[] content, List<Finding> findings) {
    return mark(workbook, content, findings, List.of());
  }

  /**
   * The same, with shades at cells. A finding's colour goes before a shade's, and among shades the
   * one whose tint comes last. Shades, too, are taken away by the next marking.
   *
   * @param shades what else to colour, also of other files; only those of this one count
   */
  byte[] mark(String workbook, byte[] content, List<Finding> findings, List<Shade> shades);
}
