package nz.cleancar.api;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts a stream of bytes into lines, and never holds more of one than the limit. */
final class LineCutter {

  private final int limit;
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private boolean overlong;
  private long number = 1;

  /** Lines of at most so many bytes, without their ends. */
  LineCutter(int limit) {
    this.limit = limit;
  }

  /** The lines that end in this piece of the stream. */
  List<Line> cut(byte[] piece) {
    var lines = new ArrayList<Line>();
    int start = 0;
    for (int i = 0; i < piece.length; i++) {
      if (piece[i] == '\n') {
        hold(piece, start, i);
        end().ifPresent(lines::add);
        start = i + 1;
      }
    }
    hold(piece, start, piece.length);
    return lines;
  }

  /** The line that was begun, if it has something on it, and starts the next. */
  Optional<Line> end() {
    byte[] bytes = begun.toByteArray();
    begun.reset();
    Line line = overlong ? new Line.Overlong(number) : new Line.Whole(number, bytes);
    boolean blank = !overlong && isBlank(bytes);
    overlong = false;
    number++;
    return blank ? Optional.empty() : Optional.of(line);
  }

  private void hold(byte[] piece, int from, int to) {
    if (overlong || begun.size() + to - from > limit) {
      overlong = true;
      begun.reset();
    } else {
      begun.write(piece, from, to - from);
    }
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte each : bytes) {
      if (each != ' ' && each != '\t' && each != '\r') {
        return false;
      }
    }
    return true;
  }
}
