package nz.cleancar.bench.empty;

import io.micronaut.runtime.Micronaut;

/** A Micronaut service without a purpose, to compare with. */
public final class EmptyService {

  private EmptyService() {}

  public static void main(String[] arguments) {
    Micronaut.run(EmptyService.class, arguments);
  }
}
