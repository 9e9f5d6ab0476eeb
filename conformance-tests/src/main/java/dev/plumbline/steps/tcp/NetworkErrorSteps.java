package dev.plumbline.steps.tcp;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.steps.icmp.Report;
import dev.plumbline.trial.Trials;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.When;

/** The network reports errors about a connection's segments, truly or not (RFC 9293 section 3.9.2.2, RFC 5927 section 4). */
public final class NetworkErrorSteps {
    private final Trials trials;

    /** For Cucumber. */
    public NetworkErrorSteps(Trials trials) {
        this.trials = trials;
    }

    /** The segment in question. */
    @ParameterType(Quoted.WORDS)
    public Quoted quoted(String words) {
        return Words.find(Quoted.values(), words);
    }

    @When("about {quoted} a router reports {report}")
    public void reports(Quoted quoted, Report report) {
        trials.act(t -> {
            TcpScene scene = TcpScene.of(t);
            scene.told("a report about " + quoted + ", " + report);
            scene.peer().send(IpProtocol.ICMP, report.about(t, quoted.octets(t)).encode());
        });
    }
}
