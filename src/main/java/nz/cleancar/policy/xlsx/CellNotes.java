package nz.cleancar.policy.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The notes at the cells of a sheet: ours go behind the owner's, between two lines that tell. */
final class CellNotes {

  private static final String AUTHOR = "ccs check";
  private static final String BEGIN = "— found by ccs check —";
  private static final String END = "— end of findings —";
  private static final int WIDTH_COLUMNS = 4;
  private static final int TALLEST_ROWS = 30;

  private final XSSFSheet sheet;

  CellNotes(XSSFSheet sheet) {
    this.sheet = sheet;
  }

  /** Takes away what of the notes is ours; a note that was ours alone goes as a whole. */
  void clear() {
    for (CellAddress at : List.copyOf(sheet.getCellComments().keySet())) {
      var comment = sheet.getCellComment(at);
      if (text(comment.getString()).contains(BEGIN)) {
        var kept = withoutOurs(comment.getString());
        if (text(kept).isBlank()) {
          remove(at);
        } else {
          comment.setString(kept);
        }
      }
    }
  }

  /** Puts the notes at their cells. */
  void write(Map<Address, List<String>> notes) {
    notes.forEach(
        (at, texts) -> {
          String ours = BEGIN + "\n" + String.join("\n\n", texts) + "\n" + END;
          var address = new CellAddress(at.row() - 1, at.column() - 1);
          var present = sheet.getCellComment(address);
          if (present == null) {
            add(address, ours);
          } else {
            var text = copy(Part.of(present.getString()));
            text.append("\n\n" + ours);
            present.setString(text);
          }
        });
  }

  private void add(CellAddress at, String text) {
    int height = Math.min(TALLEST_ROWS, 2 + (int) text.lines().count() + text.length() / 60);
    var anchor =
        new XSSFClientAnchor(
            0,
            0,
            0,
            0,
            at.getColumn() + 1,
            at.getRow(),
            at.getColumn() + 1 + WIDTH_COLUMNS,
            at.getRow() + height);
    XSSFComment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
    comment.setAddress(at);
    comment.setAuthor(AUTHOR);
    comment.setString(new XSSFRichTextString(text));
  }

  /** A note can be taken away from a cell alone, so one is made where there is none. */
  private void remove(CellAddress at) {
    XSSFRow row = sheet.getRow(at.getRow());
    boolean newRow = row == null;
    XSSFRow line = newRow ? sheet.createRow(at.getRow()) : row;
    XSSFCell cell = line.getCell(at.getColumn());
    boolean newCell = cell == null;
    XSSFCell holder = newCell ? line.createCell(at.getColumn()) : cell;
    holder.removeCellComment();
    if (newCell) {
      line.removeCell(holder);
    }
    if (newRow) {
      sheet.removeRow(line);
    }
  }

  private static XSSFRichTextString withoutOurs(XSSFRichTextString text) {
    String all = text(text);
    int begin = all.indexOf(BEGIN);
    int endMark = all.indexOf(END, begin);
    int end = endMark < 0 ? all.length() : endMark + END.length();
    int from = begin;
    while (from > 0 && Character.isWhitespace(all.charAt(from - 1))) {
      from--;
    }
    var kept = new ArrayList<Part>();
    int at = 0;
    for (Part part : Part.of(text)) {
      int last = at + part.text().length();
      String before = part.text().substring(0, clamp(from - at, part));
      String after = part.text().substring(clamp(end - at, part));
      kept.add(new Part(before + after, part.run()));
      at = last;
    }
    var copy = copy(kept);
    return text(copy).contains(BEGIN) ? withoutOurs(copy) : copy;
  }

  /** The text of a note, which may have none. */
  private static String text(XSSFRichTextString note) {
    return Objects.requireNonNullElse(note.getString(), "");
  }

  private static int clamp(int index, Part part) {
    return Math.clamp(index, 0, part.text().length());
  }

  private static XSSFRichTextString copy(List<Part> parts) {
    var copy = new XSSFRichTextString();
    for (Part part : parts) {
      if (!part.text().isEmpty()) {
        part.appendTo(copy);
      }
    }
    return copy;
  }

  /** A stretch of a note in one font. */
  private record Part(String text, Run run) {

    /** The fonts of a note: the text that has one, and its number among them. */
    private record Run(XSSFRichTextString of, int number) {}

    static List<Part> of(XSSFRichTextString text) {
      int runs = text.numFormattingRuns();
      if (runs == 0) {
        return List.of(new Part(CellNotes.text(text), new Run(text, -1)));
      }
      var parts = new ArrayList<Part>();
      String all = text.getString();
      for (int i = 0; i < runs; i++) {
        int from = text.getIndexOfFormattingRun(i);
        int to = from + text.getLengthOfFormattingRun(i);
        parts.add(new Part(all.substring(from, to), new Run(text, i)));
      }
      return parts;
    }

    void appendTo(XSSFRichTextString copy) {
      var font = run.number() < 0 ? null : run.of().getFontOfFormattingRun(run.number());
      if (font == null) {
        copy.append(text);
      } else {
        copy.append(text, font);
      }
    }
  }
}
