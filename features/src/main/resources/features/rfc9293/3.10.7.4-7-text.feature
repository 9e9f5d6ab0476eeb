Feature: SEGMENT ARRIVES in the other states, seventh: the text
  RFC 9293 section 3.10.7.4. Who has closed goes on receiving, and what it acknowledges it delivers. After the peer has closed there
  is no text any more.

  @RFC9293/3.10.7.4-TEXT
  Rule: Seventh, process the segment text
    Scenario Outline: In <state>, data is acknowledged and delivered, acknowledging <ack>
      Given a connection in <state>
      When data arrives at the left edge, acknowledging <ack>
      Then the endpoint answers with <answer>
      And the endpoint's application is told of the new octets
      And the connection is <after>

      Examples:
        | state                                  | ack                    | answer                  | after       |
        | SYN-RECEIVED after a passive open      | everything sent        | an acknowledgment of it | ESTABLISHED |
        | SYN-RECEIVED after a simultaneous open | everything sent        | an acknowledgment of it | ESTABLISHED |
        | ESTABLISHED after an active open       | everything sent        | an acknowledgment of it | ESTABLISHED |
        | ESTABLISHED after a passive open       | everything sent        | an acknowledgment of it | ESTABLISHED |
        | FIN-WAIT-1                             | everything but the FIN | an acknowledgment of it | FIN-WAIT-1  |
        | FIN-WAIT-1                             | everything sent        | an acknowledgment of it | FIN-WAIT-2  |
        | FIN-WAIT-2                             | everything sent        | an acknowledgment of it | FIN-WAIT-2  |

    Scenario Outline: In <state>, text after the end is ignored, but not that it acknowledges <ack>
      Given a connection in <state>
      When data arrives at the left edge, acknowledging <ack>
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state      | ack                    | answer                          | after      |
        | CLOSE-WAIT | everything sent        | nothing or what it expects next | CLOSE-WAIT |
        | CLOSING    | everything but the FIN | nothing or what it expects next | CLOSING    |
        | CLOSING    | everything sent        | nothing or what it expects next | TIME-WAIT  |
        | LAST-ACK   | everything but the FIN | nothing or what it expects next | LAST-ACK   |
        | LAST-ACK   | everything sent        | nothing                         | CLOSED     |
        | TIME-WAIT  | everything sent        | nothing or what it expects next | TIME-WAIT  |
