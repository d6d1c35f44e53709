package nz.cleancar.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that name a host other than this machine, so that no web page can lead a browser
 * here under a name of its own (DNS rebinding).
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class HostGuard {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Answers answers;

  HostGuard(Answers answers) {
    this.answers = answers;
  }

  @PreMatching
  @RequestFilter
  @Nullable HttpResponse<byte[]> check(HttpRequest<?> request) {
    List<String> hosts = request.getHeaders().getAll(HttpHeaders.HOST);
    if (hosts.size() != 1) {
      return answers.problem(ProblemType.BAD_REQUEST, "A request has one `Host` header.", request);
    }
    return isLoopback(hosts.getFirst())
        ? null
        : answers.problem(ProblemType.MISDIRECTED, ProblemType.MISDIRECTED.meaning(), request);
  }

  /** Whether a {@code Host} header names this machine, with a port or without. */
  static boolean isLoopback(String host) {
    int colon = host.lastIndexOf(':');
    boolean hasPort = colon > host.lastIndexOf(']');
    String name = hasPort ? host.substring(0, colon) : host;
    return LOOPBACK.contains(name) || LOOPBACK.contains(name.toLowerCase(Locale.ROOT));
  }
}
