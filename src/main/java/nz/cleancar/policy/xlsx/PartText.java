package nz.cleancar.policy.xlsx;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The characters of an XML part. Whoever reads XML holds a tag, a comment or the text between two
 * tags as a whole, so one that is longer than any of a workbook ends the reading.
 */
final class PartText extends FilterReader {

  /** Each character of the longest cell may be written as a reference of ten characters. */
  static final int LONGEST = 1024 * 1024;

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  /** What the next character belongs to. */
  private enum Within {
    TEXT,
    START,
    DECLARATION,
    COMMENT_START,
    COMMENT,
    CDATA,
    INSTRUCTION,
    TAG,
    VALUE,
    DOCUMENT_TYPE
  }

  private Within within = Within.TEXT;
  private char quote;
  private int closing;
  private int length;

  private PartText(Reader text) {
    super(text);
  }

  /** The text of a part in UTF-8 or UTF-16, which workbooks are written in. */
  static Reader of(InputStream part) throws IOException {
    var bytes = new PushbackInputStream(part, 2);
    byte[] head = bytes.readNBytes(2);
    bytes.unread(head);
    var text = new PushbackReader(new InputStreamReader(bytes, charset(head).newDecoder()));
    int first = text.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      text.unread(first);
    }
    return new PartText(text);
  }

  private static Charset charset(byte[] head) {
    int first = head.length < 2 ? -1 : (head[0] & 0xFF) << 8 | (head[1] & 0xFF);
    return switch (first) {
      case 0xFEFF, 0x003C -> StandardCharsets.UTF_16BE;
      case 0xFFFE, 0x3C00 -> StandardCharsets.UTF_16LE;
      default -> StandardCharsets.UTF_8;
    };
  }

  @Override
  public int read() throws IOException {
    int character = super.read();
    if (character >= 0) {
      take((char) character);
    }
    return character;
  }

  @Override
  public int read(char[] buffer, int from, int most) throws IOException {
    int count = super.read(buffer, from, most);
    for (int i = from; i < from + count; i++) {
      take(buffer[i]);
    }
    return count;
  }

  private void take(char next) throws IOException {
    length++;
    if (length > LONGEST) {
      throw new IOException("Markup that is longer than any of a workbook.");
    }
    switch (within) {
      case TEXT -> {
        if (next == '<') {
          begin(Within.START);
        }
      }
      case START -> start(next);
      case DECLARATION ->
          within =
              switch (next) {
                case '-' -> Within.COMMENT_START;
                case '[' -> Within.CDATA;
                default -> Within.DOCUMENT_TYPE;
              };
      case COMMENT_START -> within = next == '-' ? Within.COMMENT : Within.DOCUMENT_TYPE;
      case COMMENT -> closeAfter('-', 2, next);
      case CDATA -> closeAfter(']', 2, next);
      case INSTRUCTION -> closeAfter('?', 1, next);
      case TAG -> {
        if (next == '>') {
          begin(Within.TEXT);
        } else if (next == '"' || next == '\'') {
          quote = next;
          within = Within.VALUE;
        }
      }
      case VALUE -> {
        if (next == quote) {
          within = Within.TAG;
        }
      }
      // A part with a document type is refused; nothing after it begins anew.
      case DOCUMENT_TYPE -> {}
    }
  }

  private void start(char next) {
    closing = 0;
    within =
        switch (next) {
          case '!' -> Within.DECLARATION;
          case '?' -> Within.INSTRUCTION;
          default -> Within.TAG;
        };
  }

  /** Ends what closes with some of a character before the bracket. */
  private void closeAfter(char closer, int count, char next) {
    if (next == closer) {
      closing++;
    } else if (next == '>' && closing >= count) {
      begin(Within.TEXT);
    } else {
      closing = 0;
    }
  }

  private void begin(Within next) {
    within = next;
    length = 0;
  }
}
