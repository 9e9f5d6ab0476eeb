Feature: RFC 9293 section 3.4.1: initial sequence numbers
  A number that a connection begins with comes from a clock, so that what is left in the network of an old connection is not
  taken for a part of the new one.

  Rule: The clock goes on
    @RFC9293/MUST-8
    Scenario: Two connections that are opened one after the other begin with different numbers
      When two applications of the endpoint connect to the peer, any few seconds apart
      Then the two connections begin with different numbers

    @RFC9293/3.4.1-SECRET
    Scenario: The number of one connection does not tell that of another
      When the endpoint's application connects to any port of the peer, from five ports of the stack's choice
      Then the endpoint sends a SYN for each connection, from a port of its own
      And the endpoint begins each with a number that tells nothing of the others

    @RFC9293/3.4.1-SECRET
    Scenario: Nor does it tell that of a client on another host
      Given the endpoint's application listens on any port
      When five clients on five hosts, from any port, the same for all, connect to the same port
      Then the endpoint begins each with a number that tells nothing of the others

    @RFC9293/MUST-9 @virtual-time
    Scenario: Who knows the stack, the sockets and the time does not know the numbers
      When the endpoint, and a host with the same stack and the same address, connect to the same two ports at the same time
      Then the endpoint begins them with numbers that the other host does not know

    @RFC9293/SHLD-1
    Scenario: A connection that is opened again begins as much further on as the clock has ticked
      Given a connection in SYN-SENT
      And the endpoint's application calls ABORT
      When nothing else happens for ten seconds
      And the endpoint's application calls OPEN
      Then the endpoint answers with a SYN whose number the clock has moved on
