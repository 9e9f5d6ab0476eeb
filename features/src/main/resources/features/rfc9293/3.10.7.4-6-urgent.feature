Feature: SEGMENT ARRIVES in the other states, sixth: the urgent pointer
  RFC 9293 section 3.10.7.4. Urgent data is a hint to hurry, no channel of its own: its octets stand in the stream like all the
  others.

  @RFC9293/3.10.7.4-URG
  Rule: Sixth, check the URG bit
    Scenario Outline: In <state>, urgent data is data
      Given a connection in <state>
      When urgent data arrives at the left edge, acknowledging <ack>
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
        | FIN-WAIT-2                             | everything sent        | an acknowledgment of it | FIN-WAIT-2  |

    Scenario Outline: In <state>, after the end nothing is urgent
      Given a connection in <state>
      When urgent data arrives at the left edge, acknowledging <ack>
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state      | ack                    | answer                          | after      |
        | CLOSE-WAIT | everything sent        | nothing or what it expects next | CLOSE-WAIT |
        | CLOSING    | everything but the FIN | nothing or what it expects next | CLOSING    |
        | LAST-ACK   | everything but the FIN | nothing or what it expects next | LAST-ACK   |
        | TIME-WAIT  | everything sent        | nothing or what it expects next | TIME-WAIT  |
