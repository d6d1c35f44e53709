package nz.cleancar.examples;

import static nz.cleancar.examples.HistoryAccounts.expect;

import java.util.ArrayList;
import java.util.List;
import nz.cleancar.examples.HistoryAccounts.Importer;
import nz.cleancar.ledger.Credits;
import nz.cleancar.testing.RunningService.Answer;
import nz.cleancar.testing.RunningService.SignedIn;
import nz.cleancar.work.EachAlone;

/** Credits of a history that change hands or come to the end of their life. */
final class HistoryTransfers {

  private final HistoryAccounts accounts;
  private final List<Offer> offers = new ArrayList<>();

  private record Offer(String id, Importer from, Importer to, long whole, String state) {

    Offer at(String other) {
      return new Offer(id, from, to, whole, other);
    }
  }

  HistoryTransfers(HistoryAccounts accounts) {
    this.accounts = accounts;
  }

  /** Mostly somebody who has credits and may give them. */
  private Importer giver(HistoryStep.Offer offered) {
    Importer to = accounts.get(offered.to());
    return offered.tenthsOfIt() == 1
        ? accounts.get(offered.from())
        : accounts.first(
            offered.from(),
            each ->
                !each.equals(to)
                    && each.model().credits().usable(accounts.today()) > 10
                    && each.model().mayGive(to.model(), accounts.today()));
  }

  String offers(HistoryStep.Offer offered) {
    Importer from = giver(offered);
    Importer to = accounts.get(offered.to());
    long held = from.model().credits().usable(accounts.today());
    long whole = Math.max(1, held * offered.tenthsOfIt() / 100 + offered.more());
    Answer answer =
        accounts.post(
            from.owner(),
            "/accounts/" + from.number() + "/transfers",
            "{\"to\": \"%s\", \"credits\": %d}".formatted(to.number(), whole));
    boolean may =
        !from.equals(to)
            && from.model().mayGive(to.model(), accounts.today())
            && from.model().moving(to.model(), whole) > 0
            && held >= whole * 10;
    String said = expect(answer, may);
    if (may) {
      offers.add(new Offer(answer.at("/id"), from, to, whole, "OFFERED"));
    }
    return "%s %d of %d from %s to %s".formatted(said, whole, held, from.number(), to.number());
  }

  /** One of the last few offers. */
  private int recent(int pick) {
    return offers.size() - 1 - pick % Math.min(4, offers.size());
  }

  String agrees(HistoryStep.Agree agreed) {
    if (offers.isEmpty()) {
      return "nothing is offered";
    }
    int pick = recent(agreed.pick());
    Offer offer = offers.get(pick);
    Answer answer = accounts.post(offer.to.owner(), "/transfers/" + offer.id + "/agreement", "");
    boolean isMoved =
        offer.state.equals("OFFERED")
            && offer.from.model().give(offer.to.model(), accounts.today(), offer.whole);
    if (isMoved) {
      offers.set(pick, offer.at("AGREED"));
    }
    return expect(answer, isMoved || offer.state.equals("AGREED")) + " " + offer.id;
  }

  String ends(HistoryStep.End ended) {
    if (offers.isEmpty()) {
      return "nothing is offered";
    }
    int pick = recent(ended.pick());
    Offer offer = offers.get(pick);
    SignedIn who = ended.byReceiver() ? offer.to.owner() : offer.from.owner();
    Answer answer = accounts.ask(who, "DELETE", "/transfers/" + offer.id, "");
    boolean isOver = !offer.state.equals("AGREED");
    if (isOver) {
      offers.set(pick, offer.at("ENDED"));
    }
    return expect(answer, isOver) + " " + offer.id;
  }

  String endsCredits() {
    accounts.at().service().bean(Credits.class).expire(accounts.today(), new EachAlone());
    accounts.all().forEach(each -> each.model().endCredits(accounts.today()));
    return "ended";
  }
}
