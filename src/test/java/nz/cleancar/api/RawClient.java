package nz.cleancar.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Says over a socket what no well-mannered client would. */
final class RawClient {

  private static final int PATIENCE_MILLISECONDS = 10_000;

  private final int port;

  RawClient(int port) {
    this.port = port;
  }

  /** Everything that the service answers before it closes the connection. */
  String answerTo(String request) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLISECONDS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
