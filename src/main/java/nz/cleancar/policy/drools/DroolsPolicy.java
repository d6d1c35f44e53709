package nz.cleancar.policy.drools;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Fault;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.RuleName;
import nz.cleancar.policy.Rules;
import nz.cleancar.policy.Run;
import nz.cleancar.policy.Watched;
import nz.cleancar.policy.table.PolicyTable;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.conf.KieBaseMutabilityOption;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.KeepReferenceOption;
import org.kie.api.runtime.conf.ThreadSafeOption;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.ConsequenceException;

/** A policy in the engine: a container of its own, and one new session for each run. */
final class DroolsPolicy implements CompiledPolicy {

  private final Policy policy;
  private final KieContainer container;
  private final KieBase base;
  private final KieSessionConfiguration oneThread;
  private final Vocables vocables;
  private final int mostFirings;

  DroolsPolicy(Policy policy, KieContainer container, Vocables vocables, int mostFirings) {
    this.policy = policy;
    this.container = container;
    this.base = container.newKieBase(frozen());
    this.oneThread = KieServices.get().newKieSessionConfiguration();
    oneThread.setOption(ThreadSafeOption.NO);
    oneThread.setOption(KeepReferenceOption.NO);
    this.vocables = vocables;
    this.mostFirings = mostFirings;
  }

  /** A base that never changes keeps no facts by class: a third of a session's cost. */
  private static KieBaseConfiguration frozen() {
    var configuration = KieServices.get().newKieBaseConfiguration();
    configuration.setOption(KieBaseMutabilityOption.DISABLED);
    return configuration;
  }

  @Override
  public Policy policy() {
    return policy;
  }

  @Override
  public Set<RuleName> rules() {
    return vocables.rules();
  }

  @Override
  public Run run(Facts facts) {
    return run(facts, null);
  }

  @Override
  public Rules with(PolicyTable table) {
    var changed = vocables.changed(table);
    return facts -> run(facts, changed);
  }

  @Override
  public Watched watch(Facts facts) {
    var fired = new HashSet<RuleName>();
    return in(
        null,
        facts,
        (session, known) -> {
          AgendaFilter filter =
              match -> {
                boolean fires = known.mayFire(match);
                String rule = match.getRule().getName();
                if (fires && vocables.isOfRuleSet(rule)) {
                  fired.add(new RuleName(vocables.ruleSetOf(rule), rule));
                }
                return fires;
              };
          return new Watched(known.run(fire(session, filter)), known.lookups(), fired);
        });
  }

  private Run run(Facts facts, Vocables.@Nullable Changed changed) {
    return in(changed, facts, (session, known) -> known.run(fire(session, known::mayFire)));
  }

  private <T> T in(
      Vocables.@Nullable Changed changed, Facts facts, BiFunction<KieSession, Known, T> task) {
    KieSession session = base.newKieSession(oneThread, null);
    try {
      var known = new Known(vocables, changed, session, facts);
      session.setGlobal("known", known);
      session.insert(new Topic(facts.topic(), known));
      return task.apply(session, known);
    } finally {
      session.dispose();
    }
  }

  private List<Fault> fire(KieSession session, AgendaFilter filter) {
    try {
      int firings = session.fireAllRules(filter, mostFirings);
      return firings < mostFirings ? List.of() : List.of(new Fault.RanOn(mostFirings));
    } catch (ConsequenceException e) {
      return List.of(new Fault.RuleFailed(e.getRule().getName(), reason(e)));
    } catch (RuntimeException e) {
      return List.of(new Fault.RuleFailed("a condition", reason(e)));
    }
  }

  private static String reason(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null && !(cause instanceof IllegalArgumentException)) {
      cause = cause.getCause();
    }
    return Optional.ofNullable(cause.getMessage()).orElse("it gave no reason");
  }

  @Override
  public void close() {
    container.dispose();
    KieServices.get().getRepository().removeKieModule(container.getReleaseId());
  }
}
