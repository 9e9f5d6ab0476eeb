Feature: RFC 9293 section 3.6.1: half-duplex close
  Who closes has nothing more to say, and goes on listening. Some applications go away altogether. If nothing is lost by that, the
  peer need not know; if something is, a reset says so.

  @RFC9293/MAY-1
  Rule: An application may close both directions at once
    Scenario Outline: In <state>, who has read everything closes both directions with a FIN
      Given a connection in <state>
      When the endpoint's application calls CLOSE of both directions
      Then the endpoint answers with its FIN
      When a FIN arrives at the left edge, acknowledging everything sent
      Then the endpoint answers with an acknowledgment of it
      And the endpoint's application is told nothing

      Examples:
        | state                            |
        | ESTABLISHED after an active open |
        | ESTABLISHED after a passive open |

  @RFC9293/SHLD-3
  Rule: If data is lost by that, the peer is told
    Scenario Outline: In <state>, who has not read everything closes both directions with a reset
      Given a connection in <state>
      And the endpoint's application takes no data for a while
      And data arrives at the left edge
      And the endpoint answers with an acknowledgment of it
      When the endpoint's application calls CLOSE of both directions
      Then the endpoint answers with a reset with its next number
      And the connection is CLOSED

      Examples:
        | state                            |
        | ESTABLISHED after an active open |
        | ESTABLISHED after a passive open |

    Scenario Outline: In <state>, data for who has closed both directions is answered with a reset
      Given a connection in <state>
      And the endpoint's application calls CLOSE of both directions
      And the endpoint answers with its FIN
      When data arrives at the left edge, acknowledging <ack>
      Then the endpoint answers with a reset
      And the connection is CLOSED

      Examples:
        | state                            | ack                    |
        | ESTABLISHED after an active open | everything sent        |
        | ESTABLISHED after a passive open | everything but the FIN |
