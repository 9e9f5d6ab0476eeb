Feature: SEGMENT ARRIVES in LISTEN
  RFC 9293 section 3.10.7.2. A server that waits has sent nothing yet, so nothing can be acknowledged and nothing can be reset. Only a
  SYN means something to it. Whatever else comes, it goes on waiting.

  @RFC9293/3.10.7.2-RST
  Rule: First, check for a RST
    Scenario Outline: In LISTEN, <segment> is ignored
      Given a connection in LISTEN
      When <segment> arrives at any number, acknowledging any number
      Then the endpoint answers with <answer>
      And the connection is LISTEN

      Examples:
        | segment           | answer  |
        | a reset           | nothing |
        | a reset with ACK  | nothing |
        | a reset with data | nothing |

  @RFC9293/3.10.7.2-ACK
  Rule: Second, check for an ACK
    Scenario Outline: In LISTEN, <segment> acknowledges what was never sent
      Given a connection in LISTEN
      When <segment> arrives at any number, acknowledging any number
      Then the endpoint answers with <answer>
      And the connection is LISTEN

      Examples:
        | segment                 | answer            |
        | a SYN and ACK           | a reset that fits |
        | a SYN and ACK with data | a reset that fits |
        | an acknowledgment       | a reset that fits |
        | data                    | a reset that fits |
        | a FIN                   | a reset that fits |
        | data and a FIN          | a reset that fits |
        | urgent data             | a reset that fits |

  @RFC9293/3.10.7.2-SYN
  Rule: Third, check for a SYN
    Scenario Outline: In LISTEN, <segment> begins a connection
      Given a connection in LISTEN
      When <segment> arrives at any number
      Then the endpoint answers with <answer>
      And the connection is SYN-RECEIVED

      Examples:
        | segment         | answer        |
        | a SYN           | a SYN and ACK |
        | a SYN with data | a SYN and ACK |

    Scenario: A SYN may bring the end of its stream along
      Given a connection in LISTEN
      When a SYN and FIN arrives at any number
      Then the endpoint answers with a SYN and ACK or nothing
      When the peer asks again without a FIN, if nobody has answered
      And the peer completes the handshake
      And the peer sends the end of its stream once more
      Then the endpoint's application is told that the peer has closed

    Scenario: While one client's handshake is unfinished, another client is served
      Given a connection in SYN-RECEIVED after a passive open
      When a second client connects to the same port
      Then the second client gets its connection
      And the connection is SYN-RECEIVED

  @RFC9293/3.10.7.2-OTHER
  Rule: Fourth, other data or control
    Scenario Outline: In LISTEN, <segment> asks for nothing
      Given a connection in LISTEN
      When <segment> arrives at any number
      Then the endpoint answers with <answer>
      And the connection is LISTEN

      Examples:
        | segment                 | answer  |
        | data without ACK        | nothing |
        | a FIN without ACK       | nothing |
        | urgent data without ACK | nothing |
        | a segment without flags | nothing |
