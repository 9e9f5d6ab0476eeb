Feature: RFC 9293 section 3.9.2.2: ICMP messages
  The network says why a packet did not arrive, but it may be wrong, late, or a liar. Whoever is connected does not let go because of it.

  Rule: A source quench is dropped in silence
    @RFC9293/MUST-55
    Scenario Outline: In <state>, a request to send less changes nothing
      Given a connection in <state>
      When about its last segment a router reports that it should send less
      Then the endpoint answers with nothing
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                            | after        |
        | SYN-SENT                         | SYN-SENT     |
        | SYN-RECEIVED after a passive open | SYN-RECEIVED |
        | ESTABLISHED after an active open | ESTABLISHED  |
        | FIN-WAIT-1                       | FIN-WAIT-1   |
        | LAST-ACK                         | LAST-ACK     |

    @RFC9293/MUST-55
    Scenario: Data that is under way arrives, although a router asks to send less
      Given a connection in ESTABLISHED after a passive open
      And the endpoint's application sends any data, and nobody answers
      When about its last segment a router reports that it should send less
      Then the endpoint's application is told nothing
      And once the peer answers again, the peer receives exactly what the endpoint's application sent

  Rule: What may pass does not end a connection
    @RFC9293/MUST-56
    Scenario Outline: In <state>, an error that may pass changes nothing
      Given a connection in <state>
      When about its last segment a router reports that something is wrong which may pass
      Then the endpoint answers with nothing
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                            | after       |
        | ESTABLISHED after an active open | ESTABLISHED |
        | ESTABLISHED after a passive open | ESTABLISHED |
        | FIN-WAIT-1                       | FIN-WAIT-1  |
        | CLOSE-WAIT                       | CLOSE-WAIT  |
        | CLOSING                          | CLOSING     |
        | LAST-ACK                         | LAST-ACK    |

    @RFC9293/MUST-56
    Scenario Outline: In <state>, an error that may pass does not end the attempt
      Given a connection in <state>
      When about its last segment a router reports that something is wrong which may pass
      Then the endpoint answers with nothing
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | after        |
        | SYN-SENT                               | SYN-SENT     |
        | SYN-RECEIVED after a passive open      | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | SYN-RECEIVED |

    @RFC9293/MUST-56
    Scenario Outline: In <state>, data that is under way arrives, although something is wrong which may pass
      Given a connection in <state>
      And the endpoint's application sends any data, and nobody answers
      When about its last segment a router reports that something is wrong which may pass
      Then the endpoint's application is told nothing
      And once the peer answers again, the peer receives exactly what the endpoint's application sent

      Examples:
        | state                            |
        | ESTABLISHED after an active open |
        | ESTABLISHED after a passive open |
        | CLOSE-WAIT                       |

  Rule: Whoever opens a connection gives up where nobody can answer
    @RFC9293/SHLD-26
    Scenario: In SYN-SENT, an error for good ends the attempt
      Given a connection in SYN-SENT
      When about its last segment a router reports that the host has no TCP, or nobody at the port
      Then the endpoint's application is told that the connection has failed
      And the connection is CLOSED

  Rule: An error concerns the connection whose segment it quotes
    @RFC9293/MUST-54
    Scenario Outline: In <state>, an error about another connection concerns nobody
      Given a connection in <state>
      When about a segment of another connection a router reports that the host has no TCP, or nobody at the port
      Then the endpoint answers with nothing
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                            | after       |
        | LISTEN                           | LISTEN      |
        | SYN-SENT                         | SYN-SENT    |
        | ESTABLISHED after an active open | ESTABLISHED |
        | LAST-ACK                         | LAST-ACK    |

    @RFC9293/MUST-54 @needs:SOURCE_ROUTE @needs:TCP_ERROR_REPORTS
    Scenario: Also the one whose segment goes by way of gateways
      Given the peer's packets come by way of any gateways
      And a connection that the peer has opened, starting at any sequence number
      And the endpoint's application asks for error reports
      And the endpoint's application sends any data, and nobody answers
      And the endpoint sends the data again
      When about its last segment a router reports that something is wrong which may pass
      Then the endpoint's application is told of an ICMP error
      And once the peer answers again, the peer receives exactly what the endpoint's application sent

    @RFC9293/MUST-54
    Scenario Outline: In <state>, an error that quotes less than the ports concerns nobody
      Given a connection in <state>
      When about a packet cut off before its ports a router reports that the host has no TCP, or nobody at the port
      Then the endpoint answers with nothing
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                            | after       |
        | LISTEN                           | LISTEN      |
        | SYN-SENT                         | SYN-SENT    |
        | ESTABLISHED after an active open | ESTABLISHED |

  Rule: Who forges an error has to guess a number that is under way
    @RFC5927/NUMBER-CHECK
    Scenario Outline: In <state>, an error about a segment that was never sent is ignored
      Given a connection in <state>
      When about a segment that it never sent a router reports that the host has no TCP, or nobody at the port
      Then the endpoint answers with nothing
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                             | after        |
        | SYN-SENT                          | SYN-SENT     |
        | SYN-RECEIVED after a passive open | SYN-RECEIVED |
        | ESTABLISHED after an active open  | ESTABLISHED  |
        | FIN-WAIT-1                        | FIN-WAIT-1   |

  Rule: No path is narrower than 68 octets
    @RFC1191/LEAST
    Scenario Outline: Data arrives, although a router says that hardly anything would fit: <opener>
      Given a connection in ESTABLISHED after <opener>
      And the endpoint's application sends any data, and nobody answers
      When about its last segment a router reports that only packets below 68 octets would fit
      Then the endpoint's application is told nothing
      And once the peer answers again, the peer receives exactly what the endpoint's application sent

      Examples:
        | opener          |
        | an active open  |
        | a passive open  |

  Rule: No path grows wider because a router says so
    @RFC1191/NO-INCREASE
    Scenario Outline: Segments stay as they are, although a router reports a larger size: <opener>
      Given a connection that the <opener> has opened, with an MSS of any size
      And the endpoint's application sends a lot of any data, and nobody answers
      When about its last segment a router reports that only packets of any larger size would fit
      Then the endpoint sends the data again
      And the endpoint never sends a segment larger than the peer takes

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC1191/NO-INCREASE
    Scenario Outline: A path that was found to be narrow stays so, although a router reports a larger size: <opener>
      Given a connection that the <opener> has opened, starting at any sequence number
      And the endpoint's application sends a lot of any data, and nobody answers
      And about its last segment a router reports that only packets of any smaller size would fit
      And the endpoint sends the data again
      When about its last segment a router reports that only packets of any larger size would fit
      Then the endpoint sends the data again
      And the endpoint never sends a segment too large for the path that it has found

      Examples:
        | opener   |
        | endpoint |
        | peer     |
