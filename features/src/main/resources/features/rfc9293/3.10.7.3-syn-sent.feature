Feature: SEGMENT ARRIVES in SYN-SENT
  RFC 9293 section 3.10.7.3. A client that has asked knows one number only, its own. So it looks first at what the answer acknowledges:
  if that is not the SYN, the answer belongs to something else, and its sender must learn that.

  @RFC9293/3.10.7.3-ACK
  Rule: First, check the ACK bit
    Scenario Outline: In SYN-SENT, <segment> acknowledging <ack> is answered with <answer>
      Given a connection in SYN-SENT
      When <segment> arrives at any number, acknowledging <ack>
      Then the endpoint answers with <answer>
      And the connection is SYN-SENT

      Examples:
        | segment           | ack                 | answer            |
        | a SYN and ACK     | not even the SYN    | a reset that fits |
        | a SYN and ACK     | what was never sent | a reset that fits |
        | an acknowledgment | not even the SYN    | a reset that fits |
        | an acknowledgment | what was never sent | a reset that fits |
        | data              | not even the SYN    | a reset that fits |
        | data              | what was never sent | a reset that fits |
        | a FIN             | what was never sent | a reset that fits |
        | urgent data       | what was never sent | a reset that fits |
        | a reset with ACK  | not even the SYN    | nothing           |
        | a reset with ACK  | what was never sent | nothing           |

  @RFC9293/3.10.7.3-RST
  Rule: Second, check the RST bit
    Scenario: A reset that acknowledges the SYN refuses the connection
      Given a connection in SYN-SENT
      When a reset with ACK arrives at number 0, acknowledging everything sent
      Then the endpoint answers with nothing
      And the endpoint's application is told that the connection was refused
      And the connection is CLOSED

    Scenario Outline: In SYN-SENT, <segment> that acknowledges nothing is anybody's
      Given a connection in SYN-SENT
      When <segment> arrives at any number
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is SYN-SENT

      Examples:
        | segment           | answer  |
        | a reset           | nothing |
        | a reset with data | nothing |
        | a SYN and reset   | nothing |

  @RFC9293/3.10.7.3-SYN
  Rule: Fourth, check the SYN bit
    Scenario Outline: In SYN-SENT, <segment> is what was waited for
      Given a connection in SYN-SENT
      When <segment> arrives at any number, acknowledging <ack>
      Then the endpoint answers with <answer>
      And the endpoint's application is told that it is connected
      And the connection is <after>

      Examples:
        | segment                 | ack             | answer                  | after       |
        | a SYN and ACK           | everything sent | an acknowledgment of it | ESTABLISHED |
        | a SYN and ACK with data | everything sent | an acknowledgment of it | ESTABLISHED |

    Scenario Outline: In SYN-SENT, <segment> crosses the endpoint's own
      Given a connection in SYN-SENT
      When <segment> arrives at any number
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is SYN-RECEIVED

      Examples:
        | segment         | answer        |
        | a SYN           | a SYN and ACK |
        | a SYN with data | a SYN and ACK |

    Scenario: In SYN-SENT, a SYN is answered, and not only when the endpoint's own would be sent again
      Given a connection in SYN-SENT
      When a SYN arrives at any number
      Then the endpoint sends its SYN and ACK before a timeout could tell it

  @RFC9293/3.10.7.3-OTHER
  Rule: Fifth, if neither of the SYN or RST bits is set, then drop the segment
    Scenario Outline: In SYN-SENT, <segment> says nothing yet
      Given a connection in SYN-SENT
      When <segment> arrives at any number, acknowledging everything sent
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is SYN-SENT

      Examples:
        | segment                 | answer  |
        | an acknowledgment       | nothing |
        | data                    | nothing |
        | data without ACK        | nothing |
        | a FIN                   | nothing |
        | a FIN without ACK       | nothing |
        | urgent data             | nothing |
        | a segment without flags | nothing |

    Scenario Outline: In SYN-SENT, <segment> does not keep the SYN from being sent again
      Given a connection in SYN-SENT
      When <segment> arrives at any number, acknowledging everything sent
      Then the endpoint sends its SYN, without ACK and without data again

      Examples:
        | segment           |
        | an acknowledgment |
        | data              |
        | a FIN             |
