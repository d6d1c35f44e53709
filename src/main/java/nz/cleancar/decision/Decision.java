package nz.cleancar.decision;

import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.standard.Question;

/**
 * The answer to a question: what it says, and why.
 *
 * @param policyVersion the policy that it was made with
 * @param question the facts that it was made from
 * @param outcome what it says
 * @param explanation why, in the order of reasoning
 */
public record Decision(
    PolicyVersion policyVersion, Question question, Outcome outcome, Explanation explanation) {}
