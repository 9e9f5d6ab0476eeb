package dev.plumbline.steps.dns;

import dev.plumbline.steps.Vocabulary;
import io.cucumber.java.ParameterType;

/** Which words can stand where in a step about DNS: the type behind each place lists them. */
public final class DnsWords {
    /** For Cucumber. */
    public DnsWords() {}

    /** What a book or a zone has. */
    @ParameterType("[^,]+")
    public Records records(String words) {
        return Vocabulary.find(Records.values(), words);
    }

    /** For how long records may be remembered. */
    @ParameterType(".+")
    public Lifetime lifetime(String words) {
        return Vocabulary.find(Lifetime.values(), words);
    }

    /** What the DNS server that the endpoint asks answers with. */
    @ParameterType(".+")
    public ServerReply serverReply(String words) {
        return Vocabulary.find(ServerReply.values(), words);
    }

    /** Why a reply is no answer. */
    @ParameterType(".+")
    public Flaw flaw(String words) {
        return Vocabulary.find(Flaw.values(), words);
    }

    /** Which names an application looks up. */
    @ParameterType(
            "the name|any name|all the names at the same time|the (?:mail servers|IPv6 addresses) of the name|what the name is an alias of")
    public Subject subject(String words) {
        return Vocabulary.find(Subject.values(), words.replace("any name", "the name"));
    }

    /** What an application is told of the names that it looks up: one of these nouns is in it. */
    @ParameterType(".*\\b(?:name|address|addresses|look-up)\\b.*")
    public DnsTold dnsTold(String words) {
        return Vocabulary.find(DnsTold.values(), words);
    }

    /** What the DNS server is asked by the endpoint. */
    @ParameterType(".+")
    public DnsAsked dnsAsked(String words) {
        return Vocabulary.find(DnsAsked.values(), words);
    }

    /** How long somebody waits. */
    @ParameterType("the time to live|any part of the time to live|five minutes")
    public Period period(String words) {
        return Vocabulary.find(Period.values(), words);
    }

    /** What the peer asks the endpoint's DNS server. */
    @ParameterType("the address.+")
    public DnsQuestion question(String words) {
        return Vocabulary.find(DnsQuestion.values(), words);
    }

    /** How the peer asks it. */
    @ParameterType("[^,]+?")
    public QueryForm queryForm(String words) {
        return Vocabulary.find(QueryForm.values(), words);
    }

    /** What the endpoint's DNS server answers. */
    @ParameterType(".+")
    public DnsAnswer dnsAnswer(String words) {
        return Vocabulary.find(DnsAnswer.values(), words);
    }

    /** Whom the endpoint has a connection with. */
    @ParameterType("the peer|the web host|the other web host")
    public Partner partner(String words) {
        return Vocabulary.find(Partner.values(), words);
    }
}
