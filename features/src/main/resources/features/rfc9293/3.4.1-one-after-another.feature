Feature: RFC 9293 section 3.4.1: one connection after another
  A connection is known by its two sockets. When it is over they may have another one, an incarnation of the connection, which knows
  nothing of what was before.

  Rule: Two sockets whose connection is over can have another one
    @RFC9293/3.4.1-AGAIN
    Scenario Outline: After <end> there is a new connection between the same two sockets, if the <opener> has opened both
      Given a connection that the <opener> has opened, starting at any sequence number
      When <what happens>
      Then <the end shows>
      When the connection is opened again, starting at any sequence number
      And the peer sends any data
      Then the endpoint's application receives exactly what the peer sent
      When the endpoint's application sends any data
      Then the peer receives exactly what the endpoint's application sent

      Examples:
        | opener   | end     | what happens                           | the end shows                                                   |
        | endpoint | a reset | a reset arrives at the left edge       | the endpoint's application is told that the connection was reset |
        | peer     | a reset | a reset arrives at the left edge       | the endpoint's application is told that the connection was reset |
        | endpoint | ABORT   | the endpoint's application calls ABORT | the endpoint answers with a reset with its next number           |
        | peer     | ABORT   | the endpoint's application calls ABORT | the endpoint answers with a reset with its next number           |

  Rule: What one connection leaves behind never shows in the next
    @RFC9293/3.4.1-NOTHING-LEFT
    Scenario Outline: The MSS of the second connection counts in it, if the <opener> has opened both
      Given a connection that the <opener> has opened, starting at any sequence number
      When a reset arrives at the left edge
      Then the endpoint's application is told that the connection was reset
      When the connection is opened again, with an MSS of any size
      And the endpoint's application sends any data
      Then the peer receives exactly what the endpoint's application sent
      And the endpoint never sends a segment larger than the peer takes

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC9293/3.4.1-NOTHING-LEFT
    Scenario Outline: The window of the second connection counts in it, if the <opener> has opened both
      Given a connection that the <opener> has opened, starting at any sequence number
      When a reset arrives at the left edge
      Then the endpoint's application is told that the connection was reset
      When the connection is opened again, with a window of any size
      And the endpoint's application sends any data, and nobody answers
      Then the endpoint never sends anything beyond the peer's window

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC9293/3.4.1-NOTHING-LEFT
    Scenario Outline: What nobody has acknowledged in the first connection is not sent in the second, if the <opener> has opened both
      Given a connection that the <opener> has opened, starting at any sequence number
      When the endpoint's application sends any data, and nobody answers
      Then the endpoint sends the data
      When a reset arrives at the left edge
      Then the endpoint's application is told that the connection was reset
      When the connection is opened again, starting at any sequence number
      And the endpoint's application sends any data
      Then the peer receives exactly what the endpoint's application sent

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC9293/3.4.1-NOTHING-LEFT
    Scenario Outline: What waited behind a gap in the first connection is not received in the second, if the <opener> has opened both
      Given a connection that the <opener> has opened, starting at any sequence number
      And the peer sends any data in one segment, but any number of octets before it is missing
      Then the endpoint's application receives nothing but what came before the gap
      When the endpoint's application calls ABORT
      Then the endpoint answers with a reset with its next number
      When the connection is opened again, starting at any sequence number
      And the peer sends any data
      Then the endpoint's application receives exactly what the peer sent

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC9293/3.4.1-NOTHING-LEFT
    Scenario Outline: That nobody answered <what> of the first connection does not count in the second
      Given a connection in <state>
      And the endpoint sends <what> again
      And the endpoint sends <what> again
      When <what happens>
      And the connection is asked for again, and nobody answers
      Then the endpoint sends <what> again
      And the endpoint waits no longer than in the first connection

      Examples:
        | state                             | what                                  | what happens                           |
        | SYN-SENT                          | its SYN, without ACK and without data | the endpoint's application calls ABORT |
        | SYN-RECEIVED after a passive open | its SYN and ACK                       | a reset arrives at the left edge       |

    @RFC9293/3.4.1-NOTHING-LEFT @needs:TCP_KEEP_ALIVE
    Scenario Outline: Keep-alives that were asked for in the first connection are not sent in the second, if the <opener> has opened both
      Given a connection that the <opener> has opened, starting at any sequence number
      And the endpoint's application asks for keep-alives after any idle time
      When a reset arrives at the left edge
      Then the endpoint's application is told that the connection was reset
      When the connection is opened again, starting at any sequence number
      Then the endpoint sends no keep-alive for a day

      Examples:
        | opener   |
        | endpoint |
        | peer     |

  Rule: Connections that are over take no room
    @RFC9293/3.4.1-MANY @crowded
    Scenario: A server serves more than a thousand clients, one after another
      Given the endpoint's application listens on port 80
      Then more than a thousand clients connect to the same port and close, one after another
