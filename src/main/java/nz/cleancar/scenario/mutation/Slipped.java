package nz.cleancar.scenario.mutation;

import java.util.function.Function;
import nz.cleancar.scenario.mutation.Mutant.Slip;

/** What a cell could say by mistake. */
record Slipped<T>(Slip slip, T to) {

  <R> Slipped<R> map(Function<T, R> change) {
    return new Slipped<>(slip, change.apply(to));
  }
}
