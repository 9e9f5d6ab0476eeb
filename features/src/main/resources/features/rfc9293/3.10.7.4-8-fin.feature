Feature: SEGMENT ARRIVES in the other states, eighth: the FIN
  RFC 9293 section 3.10.7.4. The end is the last thing that is looked at. It counts when all that stands before it is there, once,
  and it is acknowledged as often as it comes.

  @RFC9293/3.10.7.4-FIN
  Rule: Eighth, check the FIN bit
    Scenario Outline: In <state>, a FIN that acknowledges <ack> leads to <after>
      Given a connection in <state>
      When a FIN arrives at the left edge, acknowledging <ack>
      Then the endpoint answers with <answer>
      And the endpoint's application is told that the peer has closed
      And the connection is <after>

      Examples:
        | state                                  | ack                    | answer                  | after      |
        | SYN-RECEIVED after a passive open      | everything sent        | an acknowledgment of it | CLOSE-WAIT |
        | SYN-RECEIVED after a simultaneous open | everything sent        | an acknowledgment of it | CLOSE-WAIT |
        | ESTABLISHED after an active open       | everything sent        | an acknowledgment of it | CLOSE-WAIT |
        | ESTABLISHED after a passive open       | everything sent        | an acknowledgment of it | CLOSE-WAIT |
        | FIN-WAIT-1                             | everything but the FIN | an acknowledgment of it | CLOSING    |
        | FIN-WAIT-1                             | everything sent        | an acknowledgment of it | TIME-WAIT  |
        | FIN-WAIT-2                             | everything sent        | an acknowledgment of it | TIME-WAIT  |

    Scenario Outline: In <state>, data and a FIN may come with the acknowledgment that completes the handshake
      Given a connection in <state>
      When data and a FIN arrives at the left edge, acknowledging everything sent
      Then the endpoint answers with an acknowledgment of it
      And the endpoint's application is told that the peer has closed
      And the connection is CLOSE-WAIT

      Examples:
        | state                                  |
        | SYN-RECEIVED after a passive open      |
        | SYN-RECEIVED after a simultaneous open |

    Scenario: In FIN-WAIT-1, a FIN that acknowledges the endpoint's leaves nothing to wait for but the 2 MSL
      Given a connection in FIN-WAIT-1
      When a FIN arrives at the left edge, acknowledging everything sent
      Then the endpoint answers with an acknowledgment of it
      And in the end the endpoint's application is told that the connection has ended

    @RFC9293/MUST-58
    Scenario Outline: In <state>, a FIN behind data <place> is the end of the stream
      Given a connection in <state>
      When data and a FIN arrives <place>, acknowledging <ack>
      Then the endpoint answers with <answer>
      And the endpoint's application is told that the peer has closed
      And the connection is <after>

      Examples:
        | state                            | place                | ack                    | answer                  | after      |
        | ESTABLISHED after an active open | at the left edge     | everything sent        | an acknowledgment of it | CLOSE-WAIT |
        | ESTABLISHED after an active open | across the left edge | everything sent        | an acknowledgment of it | CLOSE-WAIT |
        | ESTABLISHED after a passive open | at the left edge     | everything sent        | an acknowledgment of it | CLOSE-WAIT |
        | ESTABLISHED after a passive open | across the left edge | everything sent        | an acknowledgment of it | CLOSE-WAIT |
        | FIN-WAIT-1                       | at the left edge     | everything but the FIN | an acknowledgment of it | CLOSING    |
        | FIN-WAIT-1                       | across the left edge | everything but the FIN | an acknowledgment of it | CLOSING    |
        | FIN-WAIT-2                       | at the left edge     | everything sent        | an acknowledgment of it | TIME-WAIT  |
        | FIN-WAIT-2                       | across the left edge | everything sent        | an acknowledgment of it | TIME-WAIT  |

    Scenario Outline: In <state>, a FIN that comes too early is no end yet
      Given a connection in <state>
      When a FIN arrives inside the window, acknowledging <ack>
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing

      Examples:
        | state                            | ack                    | answer                          |
        | ESTABLISHED after an active open | everything sent        | what it expects next or nothing |
        | ESTABLISHED after a passive open | everything sent        | what it expects next or nothing |
        | FIN-WAIT-1                       | everything but the FIN | what it expects next or nothing |
        | FIN-WAIT-2                       | everything sent        | what it expects next or nothing |

    Scenario Outline: In <state>, the same FIN again is acknowledged again
      Given a connection in <state>
      When a FIN arrives where the FIN was, acknowledging <ack>
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state      | ack                    | answer               | after      |
        | CLOSE-WAIT | everything sent        | what it expects next | CLOSE-WAIT |
        | CLOSING    | everything but the FIN | what it expects next | CLOSING    |
        | LAST-ACK   | everything but the FIN | what it expects next | LAST-ACK   |
        | TIME-WAIT  | everything sent        | what it expects next | TIME-WAIT  |
