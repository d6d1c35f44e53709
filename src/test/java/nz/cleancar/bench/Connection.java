package nz.cleancar.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One keep-alive HTTP connection that asks, waits for the whole answer, and asks again. */
final class Connection {

  private static final int STATUS_FROM = "HTTP/1.1 ".length();
  private static final String LENGTH = "\r\ncontent-length:";

  private final InputStream in;
  private final OutputStream out;
  private byte[] buffer = new byte[64 * 1024];
  private int filled;
  private int bodyAt;

  Connection(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  /** Asks, and answers with the length of the body. */
  int ask(Request request) throws IOException {
    out.write(request.bytes());
    filled = 0;
    int head = endOfHead();
    while (head < 0) {
      fill();
      head = endOfHead();
    }
    int body = check(request, head);
    bodyAt = head;
    if (head + body > buffer.length) {
      buffer = java.util.Arrays.copyOf(buffer, head + body);
    }
    while (filled < head + body) {
      fill();
    }
    return body;
  }

  /** The body of the last answer. */
  String body() {
    return new String(buffer, bodyAt, filled - bodyAt, StandardCharsets.UTF_8);
  }

  /** Checks the status, and reads the length of the body. */
  private int check(Request request, int head) {
    int status =
        (buffer[STATUS_FROM] - '0') * 100
            + (buffer[STATUS_FROM + 1] - '0') * 10
            + (buffer[STATUS_FROM + 2] - '0');
    String text = new String(buffer, 0, head, StandardCharsets.ISO_8859_1);
    if (status != request.expectedStatus()) {
      throw new IllegalStateException(new String(buffer, 0, filled, StandardCharsets.UTF_8));
    }
    int length = text.toLowerCase(Locale.ROOT).indexOf(LENGTH);
    if (length < 0) {
      throw new IllegalStateException("The answer does not say its length: " + text);
    }
    int from = length + LENGTH.length();
    return Integer.parseInt(text.substring(from, text.indexOf("\r\n", from)).strip());
  }

  private int endOfHead() {
    for (int i = 3; i < filled; i++) {
      if (buffer[i] == '\n'
          && buffer[i - 1] == '\r'
          && buffer[i - 2] == '\n'
          && buffer[i - 3] == '\r') {
        return i + 1;
      }
    }
    return -1;
  }

  private void fill() throws IOException {
    int read = in.read(buffer, filled, buffer.length - filled);
    if (read < 0) {
      throw new EOFException("The service closed the connection.");
    }
    filled += read;
  }
}
