Feature: RFC 9293 section 3.1: the header
  A TCP header is as long as it says. Behind its first twenty octets there may be options, of which most say how long they are, so
  that whoever does not know one can skip it. Some say what cannot be.

  Rule: Options may be in any segment
    @RFC9293/MUST-5
    Scenario Outline: In <state>, <segment> with options counts like one without
      Given a connection in <state>
      When <segment> arrives <place>, with any options in its TCP header
      Then the endpoint answers with <answer>
      And the connection is <after>

      Examples:
        | state                             | segment           | place            | answer                  | after        |
        | CLOSED                            | data              | at any number    | a reset that fits       | CLOSED       |
        | LISTEN                            | a SYN             | at any number    | a SYN and ACK           | SYN-RECEIVED |
        | SYN-SENT                          | a SYN and ACK     | at any number    | an acknowledgment of it | ESTABLISHED  |
        | SYN-RECEIVED after a passive open | a FIN             | at the left edge | an acknowledgment of it | CLOSE-WAIT   |
        | ESTABLISHED after an active open  | data              | at the left edge | an acknowledgment of it | ESTABLISHED  |
        | ESTABLISHED after a passive open  | a FIN             | at the left edge | an acknowledgment of it | CLOSE-WAIT   |
        | ESTABLISHED after a passive open  | a reset           | at the left edge | nothing                 | CLOSED       |
        | FIN-WAIT-1                        | an acknowledgment | at the left edge | nothing                 | FIN-WAIT-2   |

    @RFC9293/MUST-4
    Scenario Outline: In <state>, the options of <segment> may end before its header does
      Given a connection in <state>
      When <segment> arrives <place>, with fewer options than its TCP header has room for
      Then the endpoint answers with <answer>
      And the connection is <after>

      Examples:
        | state                            | segment       | place            | answer                  | after        |
        | LISTEN                           | a SYN         | at any number    | a SYN and ACK           | SYN-RECEIVED |
        | SYN-SENT                         | a SYN and ACK | at any number    | an acknowledgment of it | ESTABLISHED  |
        | ESTABLISHED after an active open | data          | at the left edge | an acknowledgment of it | ESTABLISHED  |
        | ESTABLISHED after a passive open | data          | at the left edge | an acknowledgment of it | ESTABLISHED  |

  Rule: What is not known is skipped, wherever it stands
    @RFC9293/MUST-6 @RFC9293/MUST-64
    Scenario Outline: The MSS counts among any other options if the <opener> has opened the connection
      Given a connection that the <opener> has opened, with an MSS of any size among any other options
      When the endpoint's application sends any data
      Then the endpoint never sends a segment larger than the peer takes
      And the peer receives exactly what the endpoint's application sent

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC9293/MUST-64
    Scenario Outline: A No-Operation before the MSS is one octet if the <opener> has opened the connection
      Given a connection that the <opener> has opened, with an MSS of any size behind any No-Operation options
      When the endpoint's application sends any data
      Then the endpoint never sends a segment larger than the peer takes
      And the peer receives exactly what the endpoint's application sent

      Examples:
        | opener   |
        | endpoint |
        | peer     |

  Rule: A length that cannot be does no harm
    @RFC9293/MUST-7
    Scenario Outline: In <state>, after <segment> with an illegal option the next client is served
      Given a connection in <state>
      And <segment> arrives <place>, with a TCP option of any illegal length
      And the endpoint answers with <answer>
      When a second client connects to the same port
      Then the second client gets its connection

      Examples:
        | state                             | segment           | place            | answer                                                                |
        | LISTEN                            | a SYN             | at any number    | nothing or a SYN and ACK or a reset that fits                         |
        | SYN-RECEIVED after a passive open | an acknowledgment | at the left edge | nothing or a reset                                                    |
        | ESTABLISHED after a passive open  | data              | at the left edge | nothing or an acknowledgment of it or what it expects next or a reset |

  Rule: The data begins where the header says
    @RFC9293/3.1-OFFSET
    Scenario Outline: In <state>, <segment> whose data cannot begin where it says is dropped
      Given a connection in <state>
      When <segment> arrives <place>, with any wrong data offset
      Then the endpoint answers with nothing
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                            | segment | place            | after       |
        | LISTEN                           | a SYN   | at any number    | LISTEN      |
        | ESTABLISHED after an active open | data    | at the left edge | ESTABLISHED |
        | ESTABLISHED after a passive open | a FIN   | at the left edge | ESTABLISHED |

  Rule: Bits that mean nothing yet are not looked at
    @RFC9293/3.1-RESERVED
    Scenario Outline: In <state>, <segment> with reserved bits counts like one without
      Given a connection in <state>
      When <segment> arrives <place>, with any reserved bits of its TCP header set
      Then the endpoint answers with <answer>
      And the connection is <after>

      Examples:
        | state                            | segment       | place            | answer                  | after        |
        | LISTEN                           | a SYN         | at any number    | a SYN and ACK           | SYN-RECEIVED |
        | SYN-SENT                         | a SYN and ACK | at any number    | an acknowledgment of it | ESTABLISHED  |
        | ESTABLISHED after an active open | data          | at the left edge | an acknowledgment of it | ESTABLISHED  |
        | ESTABLISHED after a passive open | a FIN         | at the left edge | an acknowledgment of it | CLOSE-WAIT   |
