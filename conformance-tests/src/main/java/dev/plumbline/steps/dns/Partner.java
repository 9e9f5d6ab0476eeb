package dev.plumbline.steps.dns;

/** Whom the endpoint has a connection with. */
enum Partner {
    /** Who has asked the endpoint's DNS server, and has connected to it since. */
    PEER("the peer", 0) {
        @Override
        void takeUp(DnsScene s) {
            // There is no other connection.
        }
    },
    /** Where the name led first. */
    WEB_HOST("the web host", 1),
    /** Where it leads later. */
    OTHER_WEB_HOST("the other web host", 2);

    private final String phrase;
    private final int place;

    Partner(String phrase, int place) {
        this.phrase = phrase;
        this.place = place;
    }

    @Override
    public String toString() {
        return phrase;
    }

    /** Its number among the peers. */
    int place() {
        return place;
    }

    /** From now on it is about the first connection with it. */
    void takeUp(DnsScene s) {
        s.webHosts().takeUp(this);
    }
}
