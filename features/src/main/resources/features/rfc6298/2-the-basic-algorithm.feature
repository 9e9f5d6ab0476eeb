Feature: RFC 6298 section 2: the retransmission timeout
  Who waits too briefly sends everything twice; who waits too long stands still. A sender measures how long answers take, and
  until it knows it is patient.

  Rule: Before anything is known it is a second
    @RFC6298/FIRST-VALUE
    Scenario Outline: In <state>, <what> is not sent again within a second
      Given a connection in <state>
      Then the endpoint sends <what> again
      And at least one second lies between the two

      Examples:
        | state                             | what                                  |
        | SYN-SENT                          | its SYN, without ACK and without data |
        | SYN-RECEIVED after a passive open | its SYN and ACK                       |

  Rule: It follows the round trips, of what was sent once
    # A retransmission that a busy machine looks at late seems to come after the answer.
    @RFC9293/MUST-18 @RFC6298/ESTIMATE @virtual-time
    Scenario Outline: Where all answers come late the endpoint learns to wait for them, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      And the peer answers late from now on
      When the endpoint's application sends a few octets every few seconds
      Then the endpoint soon sends nothing twice any more

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC9293/MUST-18 @virtual-time
    Scenario Outline: How long it took until <what> was answered that was sent twice is no round trip
      Given a connection in <state>
      And the endpoint sends <what> again
      And the endpoint sends <what> again
      And the peer <answers>
      And the endpoint's application is told that it is connected
      And the endpoint's application sends a few octets more
      And the peer receives exactly what the endpoint's application sent
      And the peer falls silent
      When the endpoint's application sends a few octets, and nobody answers
      Then the endpoint waits no longer than at first

      Examples:
        | state                             | what                                  | answers                    |
        | SYN-SENT                          | its SYN, without ACK and without data | answers with a SYN and ACK |
        | SYN-RECEIVED after a passive open | its SYN and ACK                       | completes the handshake    |

    @RFC9293/MUST-18 @virtual-time
    Scenario: How long it took until a SYN was answered that has crossed the peer's is no round trip
      Given a connection in SYN-SENT
      And the endpoint sends its SYN, without ACK and without data again
      And the endpoint's application calls ABORT
      And the connection is asked for again, and nobody answers
      And the peer asks at the same time, and lets its segments come late
      When the endpoint's application sends a few octets, and nobody answers
      Then the endpoint takes the answer to its two SYNs for no round trip

    @RFC9293/MUST-18 @virtual-time
    Scenario Outline: What three duplicates have sent again tells no time, either, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      And the endpoint's application sends a few octets, and nobody answers
      And the endpoint sends the data
      And the endpoint sends the data again
      And the peer answers again
      And the peer receives exactly what the endpoint's application sent
      And the endpoint's application sends a few octets more
      And the peer receives exactly what the endpoint's application sent
      When the peer has every second piece sent again before it acknowledges it, and then falls silent
      Then the endpoint takes none of that for a round trip

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC6298/ESTIMATE @virtual-time @needs:TCP_TIMESTAMPS
    Scenario: Nor is it where timestamps tell the round trips
      Given a peer that offers timestamps
      And a connection that the peer has opened, starting at any sequence number
      When the peer lets the endpoint wait ever longer for its answers, and then falls silent
      Then the endpoint waits as long as the round trips say

    @RFC6298/ESTIMATE @virtual-time
    Scenario Outline: No timeout is shorter than the round trips have it, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      When the peer lets the endpoint wait ever longer for its answers, and then falls silent
      Then the endpoint waits as long as the round trips say

      Examples:
        | opener   |
        | endpoint |
        | peer     |
