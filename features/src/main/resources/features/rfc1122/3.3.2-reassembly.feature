Feature: RFC 1122 section 3.3.2: reassembly
  The pieces of a datagram take ways of their own, and one of them may never come. A host does not wait for it forever, and
  it says so.

  Rule: What is not complete in time is dropped
    @RFC1122/REASSEMBLY-TIMEOUT
    Scenario: Pieces that wait in vain are given up, and their sender is told
      When the peer sends the first piece of any datagram, and for minutes nothing more of it
      Then the endpoint reports that the time for the pieces is over
      And the piece that comes then makes nothing whole

    @RFC1122/REASSEMBLY-TIMEOUT
    Scenario: Of a datagram that has become whole nothing is reported later
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any short data of an octet or more to it, in any pieces, mixed in any order
      And nothing else happens for three minutes
      Then the endpoint's application receives exactly that data
      And the endpoint sends back nothing

    @RFC1122/REASSEMBLY-TIMEOUT
    Scenario: Of an ICMP error that does not become whole nothing is reported
      When the peer sends the first piece of an ICMP error, and nothing more of it
      And nothing else happens for three minutes
      Then the endpoint sends back nothing

  Rule: What comes late may still be in time
    @RFC1122/REASSEMBLY-PATIENCE
    Scenario: A piece that comes within a minute makes the datagram whole
      When the peer sends the first piece of any datagram, and the other one within a minute
      Then the datagram reaches the endpoint's application

  Rule: What the link takes in one piece, a host takes in several
    @RFC1122/EMTU-R
    Scenario: A datagram that fills a packet is put together, too
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any data to it, in any pieces, mixed in any order
      Then the endpoint's application receives exactly that data

  Rule: Pieces that wait in vain keep nobody out
    @RFC1122/REASSEMBLY-ROOM @crowded
    Scenario: Hundreds of datagrams that never become whole are no harm to the others
      Given the endpoint's application waits for datagrams on any port
      When the peer sends the first piece of hundreds of datagrams, and nothing more of them
      Then another datagram still reaches the endpoint's application
      And a datagram in two pieces, sent again and again, still reaches the endpoint's application

    @RFC1122/REASSEMBLY-ROOM @crowded
    Scenario: A datagram that many others push out is given up all the same
      When the peer sends the first piece of any datagram, and for minutes nothing more of it
      And the peer sends the first piece of hundreds of datagrams, and nothing more of them
      And nothing else happens for a long time
      Then the piece that comes then makes nothing whole
