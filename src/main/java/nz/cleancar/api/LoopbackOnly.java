package nz.cleancar.api;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the server from starting on an address that other machines reach: whoever asks does not
 * sign in.
 */
@Singleton
final class LoopbackOnly implements BeanCreatedEventListener<NettyHttpServerConfiguration> {

  @Override
  public NettyHttpServerConfiguration onCreated(
      BeanCreatedEvent<NettyHttpServerConfiguration> event) {
    NettyHttpServerConfiguration server = event.getBean();
    check("micronaut.server.host", server.getHost().orElse(null));
    if (server.getListeners() != null) {
      server
          .getListeners()
          .forEach(listener -> check("micronaut.server.netty.listeners", listener.getHost()));
    }
    return server;
  }

  /** Throws a {@link ConfigurationException} unless the host is this machine alone. */
  static void check(String setting, @Nullable String host) {
    if (host == null || !isLoopback(host)) {
      throw new ConfigurationException(
          "The service listens on this machine alone, for whoever asks does not sign in: set "
              + setting
              + " to 127.0.0.1, ::1 or localhost, not `"
              + (host == null ? "" : host)
              + "`.");
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return !host.isBlank() && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException _) {
      return false;
    }
  }
}
